<%!
def commands(text):
    """What Alembic wrote, without its own remarks."""
    lines = [line for line in (text or "").splitlines() if not line.strip().startswith("# ###")]
    return "\n".join(lines).strip() or "pass"
%>"""${message[0].upper() + message[1:]}."""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision).replace("'", '"')}
down_revision = ${repr(down_revision).replace("'", '"')}


def upgrade() -> None:
    ${upgrades | commands}


def downgrade() -> None:
    ${downgrades | commands}
