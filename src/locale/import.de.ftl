## Tabellen einlesen
