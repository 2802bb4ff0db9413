## Reading tables
