"""Questions as files of other systems: GIFT, Moodle XML and packages of QTI 3.0, read and written. No Django here."""
