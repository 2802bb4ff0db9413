## Auswertung: was das Haus anbietet, für wen und wo
