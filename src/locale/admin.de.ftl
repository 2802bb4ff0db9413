## Index, Selbstauskunft, Schema, Vervollständigung, Handbuchseite
