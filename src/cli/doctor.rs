//! `lotse doctor`: where everything lies and whether it is usable.

use super::{
    Exit,
    args::{DoctorArgs, Global},
    context::Start,
    errors::CliError,
};

pub(super) fn run(_args: &DoctorArgs, _global: Global, _start: Start) -> Result<Exit, CliError> {
    Ok(Exit::Done)
}
