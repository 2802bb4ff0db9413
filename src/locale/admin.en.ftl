## Index, doctor, schema, completions, manual page
