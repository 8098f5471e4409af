// #region tick
int tick;
// #endregion
// #region tock
int tock;
// #endregion
