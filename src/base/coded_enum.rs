//! Closed lists of the program itself, such as keys' actions: each value is declared once, together with its name.

/// An enum whose values have names in files, in JSON or in the texts, each declared as `Value = "name"`.
macro_rules! coded_enum {
    (
        $(#[$about:meta])* $visibility:vis enum $name:ident {
            $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)?
        }
    ) => {
        $(#[$about])*
        $visibility enum $name { $($(#[$doc])* $variant),+ }

        #[allow(dead_code, reason = "not every list is gone through, written and read")]
        impl $name {
            /// The names of all values, in the order of their declaration.
            $visibility const CODES: [&'static str; [$($code),+].len()] = [$($code),+];
            /// All values in the same order.
            $visibility const ALL: [Self; Self::CODES.len()] = [$(Self::$variant),+];

            /// The name of this value.
            $visibility fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of this name.
            $visibility fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.code() == code)
            }
        }
    };
}

pub(crate) use coded_enum;
