//! Berths of the harbour.

// #region berth
/// A place for one boat.
pub struct Berth {
    length: u32,
    pub boat: Option<Boat>,
}
// #endregion
