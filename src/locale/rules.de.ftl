## Wozu jede Regel von „lotse check“ da ist
