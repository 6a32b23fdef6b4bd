"""What happens to people that higher apps may want to hear. Sent inside the transaction of the act."""

from django.dispatch import Signal

#: A holder confirmed how the name is to be printed. Arguments: person (User), now (datetime).
printed_name_confirmed = Signal()

#: A person confirmed an e-mail address. Arguments: person (User), email (str), now (datetime).
address_confirmed = Signal()
