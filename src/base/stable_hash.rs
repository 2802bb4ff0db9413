//! A hash for what is written to disk: the same in every version of Lotse and of Rust, on every machine.
//!
//! `std::hash::DefaultHasher` promises none of this. SipHash-1-3 with the key 0 is what it is at present, so nothing had to
//! be renamed. It has no secret: it tells damage and change, not forgery.

use std::hash::Hasher as _;

use siphasher::sip::SipHasher13;

/// The hash of some bytes.
///
/// ```
/// assert_eq!(lotse::base::stable_hash(b"abcdefgh"), 0x3f7b_849c_0b8e_35ea);
/// ```
pub fn stable_hash(bytes: &[u8]) -> u64 {
    SipHasher13::new().hash(bytes)
}

/// The hash of several texts or files in their order; where one ends counts as well.
pub fn stable_hash_of_all<B: AsRef<[u8]>>(parts: impl IntoIterator<Item = B>) -> u64 {
    let mut hasher = SipHasher13::new();
    for part in parts {
        hasher.write(part.as_ref());
        hasher.write(&(part.as_ref().len() as u64).to_le_bytes());
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From another implementation: `PYTHONHASHSEED=0 python3 -c 'print(hash(b"a") & (1 << 64) - 1)'`.
    #[test]
    fn the_hash_never_changes() {
        let counted: Vec<u8> = (0..63).collect();
        for (bytes, hash) in [
            (&b"a"[..], 0x4074_48d2_b89b_1813),
            (b"abcdefg", 0x6db1_2aae_9070_f506),
            (b"abcdefgh", 0x3f7b_849c_0b8e_35ea),
            (&counted, 0x385d_3e39_e5f3_7359),
        ] {
            assert_eq!(stable_hash(bytes), hash, "{bytes:?}");
        }
    }

    #[test]
    fn where_a_part_ends_counts() {
        assert_ne!(stable_hash_of_all(["ab", "c"]), stable_hash_of_all(["a", "bc"]));
        assert_ne!(stable_hash_of_all(["", "a"]), stable_hash_of_all(["a", ""]));
        assert_eq!(stable_hash_of_all(["a", "b"]), stable_hash_of_all([b"a", b"b"]));
    }
}
