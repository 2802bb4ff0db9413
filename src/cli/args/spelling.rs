//! Codes on the command line in any spelling.

use std::ffi::OsStr;

use clap::{
    Arg, Command, Error,
    builder::{PossibleValue, TypedValueParser},
};

use crate::base::typed_code;

/// Hands a code to another parser as that one has it: `target-group` and `TARGET_GROUP` as `target_group`.
#[derive(Clone)]
pub(super) struct AnySpelling<P>(pub P);

impl<P: TypedValueParser> TypedValueParser for AnySpelling<P> {
    type Value = P::Value;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Self::Value, Error> {
        let known: Vec<PossibleValue> = self.0.possible_values().into_iter().flatten().collect();
        let code = value.to_str().and_then(|typed| typed_code(typed, known.iter().map(PossibleValue::get_name)));
        self.0.parse_ref(command, arg, code.map_or(value, OsStr::new))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}
