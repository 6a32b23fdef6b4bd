"""How much a file may hold. A file beyond them is refused before it is read."""

MEGABYTE = 1024 * 1024
FILE_BYTES = 2 * MEGABYTE
PICTURE_BYTES = 2 * MEGABYTE
QUESTIONS = 500

#: Of a package: everything unpacked, the files in it, and how much smaller than its content a file may be packed.
UNPACKED_BYTES = 8 * MEGABYTE
PACKED_FILES = 1200
PACKED_RATIO = 200

#: Elements inside one another.
XML_DEPTH = 60

#: Characters: of a text with markup, of an option or a remark, of one accepted spelling.
RICH_TEXT = 20_000
PLAIN_TEXT = 2_000
SPELLING = 200
#: Parts of one question: options, pairs, gaps, units, spellings.
PARTS = 100
TAGS = 30
POINTS = 20
