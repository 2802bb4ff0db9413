//! How list and entry share the width of the screen.

/// The share of list and entry that the list has, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ListShare(u16);

impl Default for ListShare {
    fn default() -> Self {
        Self(45)
    }
}

impl ListShare {
    const LEAST: u16 = 25;
    const MOST: u16 = 70;
    const STEP: u16 = 5;

    /// A share in hundredths, within what is of use.
    pub(crate) fn new(hundredths: u16) -> Self {
        Self(hundredths.clamp(Self::LEAST, Self::MOST))
    }

    pub(crate) fn hundredths(self) -> u16 {
        self.0
    }

    pub(super) fn wider(self) -> Self {
        Self::new(self.0.saturating_add(Self::STEP))
    }

    pub(super) fn narrower(self) -> Self {
        Self::new(self.0.saturating_sub(Self::STEP))
    }

    pub(super) fn of(self, width: u16) -> u16 {
        (u32::from(width) * u32::from(self.0) / 100) as u16
    }
}
