//! Lotse: a catalogue of labour-market measures, found in the seconds a consultation leaves.
pub mod catalogue;
