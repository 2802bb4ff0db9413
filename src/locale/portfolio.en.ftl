## Report: what the house offers, to whom and where
