## Ausgeben
