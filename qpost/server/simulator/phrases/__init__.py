"""Why: the words of the demo, split by subject so that a speaker of Japanese can edit them alone.

Placeholders are filled when a message is composed: ``{item}`` ``{order}`` ``{tracking}`` ``{carrier}``
``{date}`` ``{days}`` ``{color}`` ``{other}`` ``{size}`` ``{size2}`` ``{name}`` ``{shop}`` ``{phone}``
``{mail}`` ``{address}``.
"""

from qpost.server.simulator.phrases.delivery import DELIVERY
from qpost.server.simulator.phrases.goods import GOODS
from qpost.server.simulator.phrases.orders import ORDERS
from qpost.server.simulator.phrases.returns import RETURNS
from qpost.server.simulator.phrases.subject import Subject

SUBJECTS: tuple[Subject, ...] = (*DELIVERY, *RETURNS, *GOODS, *ORDERS)
