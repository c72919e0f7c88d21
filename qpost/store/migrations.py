"""Why: a database made by any earlier version is brought up to date step by step, never rebuilt.

A step is never edited once released: a change is a new step. The number of steps applied is kept in
``PRAGMA user_version``.
"""

_FIRST = """
CREATE TABLE shop_key (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);

CREATE TABLE feed (
    shop INTEGER PRIMARY KEY REFERENCES shop_key (key),
    cursor TEXT,
    generation INTEGER NOT NULL DEFAULT 0,
    rebuilding INTEGER NOT NULL DEFAULT 0,
    complete INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE document (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    data BLOB NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) WITHOUT ROWID;

CREATE TABLE inquiry (
    row_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    shop INTEGER NOT NULL REFERENCES shop_key (key),
    number TEXT NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL,
    visibility TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    replied_at INTEGER,
    updated_at INTEGER NOT NULL,
    item_no TEXT,
    order_no TEXT,
    customer TEXT NOT NULL,
    title TEXT NOT NULL,
    preview TEXT NOT NULL,
    version INTEGER NOT NULL,
    has_attachments INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE INDEX inquiry_all ON inquiry (shop, received_at, row_id, status);
CREATE INDEX inquiry_source ON inquiry (shop, source, received_at, row_id, status);
CREATE INDEX inquiry_status ON inquiry (shop, source, status, received_at);
CREATE INDEX inquiry_open ON inquiry (shop, source, received_at, row_id, status) WHERE status <> 'answered';
CREATE INDEX inquiry_replied ON inquiry (shop, source, replied_at) WHERE replied_at IS NOT NULL;
CREATE INDEX inquiry_item ON inquiry (shop, item_no, received_at) WHERE item_no IS NOT NULL;
CREATE INDEX inquiry_order ON inquiry (shop, order_no, received_at) WHERE order_no IS NOT NULL;
CREATE INDEX inquiry_number ON inquiry (number);

CREATE TABLE thread (
    row_id INTEGER PRIMARY KEY REFERENCES inquiry (row_id) ON DELETE CASCADE,
    messages BLOB NOT NULL,
    seen_from BLOB NOT NULL
);
CREATE TABLE search_text (
    row_id INTEGER PRIMARY KEY REFERENCES inquiry (row_id) ON DELETE CASCADE,
    folded TEXT NOT NULL
);

CREATE TABLE counter (
    shop INTEGER NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL,
    inquiries INTEGER NOT NULL,
    PRIMARY KEY (shop, source, status)
) WITHOUT ROWID;
CREATE TRIGGER inquiry_counted AFTER INSERT ON inquiry BEGIN
    INSERT INTO counter VALUES (new.shop, new.source, new.status, 1)
    ON CONFLICT DO UPDATE SET inquiries = inquiries + 1;
END;
CREATE TRIGGER inquiry_discounted AFTER DELETE ON inquiry BEGIN
    UPDATE counter SET inquiries = inquiries - 1
    WHERE shop = old.shop AND source = old.source AND status = old.status;
END;
CREATE TRIGGER inquiry_recounted AFTER UPDATE OF shop, source, status ON inquiry
WHEN old.status <> new.status OR old.source <> new.source OR old.shop <> new.shop BEGIN
    UPDATE counter SET inquiries = inquiries - 1
    WHERE shop = old.shop AND source = old.source AND status = old.status;
    INSERT INTO counter VALUES (new.shop, new.source, new.status, 1)
    ON CONFLICT DO UPDATE SET inquiries = inquiries + 1;
END;

CREATE TABLE draft (
    inquiry_id TEXT PRIMARY KEY,
    data BLOB NOT NULL,
    updated_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    shop TEXT NOT NULL,
    inquiry_id TEXT NOT NULL,
    state TEXT NOT NULL,
    not_before INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    sent_message TEXT,
    data BLOB NOT NULL
);
CREATE INDEX outbox_inquiry ON outbox (inquiry_id, seq);
CREATE INDEX outbox_unfinished ON outbox (seq) WHERE state <> 'sent';

CREATE TABLE file_bytes (
    sha256 TEXT PRIMARY KEY,
    content BLOB NOT NULL,
    added_at INTEGER NOT NULL
);
CREATE TABLE file_use (
    owner TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES file_bytes (sha256),
    PRIMARY KEY (owner, sha256)
) WITHOUT ROWID;
CREATE INDEX file_use_of ON file_use (sha256);
"""

_SEARCH = """
CREATE VIRTUAL TABLE search_index USING fts5 (
    grams, content='', contentless_delete=1, detail=none, tokenize='ascii'
);
CREATE TABLE search_row (
    row_id INTEGER PRIMARY KEY,
    shop INTEGER NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL,
    received_at INTEGER NOT NULL
);
CREATE TRIGGER inquiry_found AFTER INSERT ON inquiry BEGIN
    INSERT OR REPLACE INTO search_row VALUES (new.row_id, new.shop, new.source, new.status, new.received_at);
END;
CREATE TRIGGER inquiry_refound AFTER UPDATE OF shop, source, status, received_at ON inquiry
WHEN old.status <> new.status OR old.received_at <> new.received_at OR old.source <> new.source
    OR old.shop <> new.shop BEGIN
    INSERT OR REPLACE INTO search_row VALUES (new.row_id, new.shop, new.source, new.status, new.received_at);
END;
CREATE TRIGGER inquiry_lost AFTER DELETE ON inquiry BEGIN
    DELETE FROM search_row WHERE row_id = old.row_id;
    DELETE FROM search_index WHERE rowid = old.row_id;
END;
ALTER TABLE search_text ADD COLUMN customer TEXT NOT NULL DEFAULT '';
ALTER TABLE search_text ADD COLUMN item TEXT NOT NULL DEFAULT '';
CREATE TABLE search_backlog (highest INTEGER NOT NULL);
INSERT INTO search_backlog SELECT row_id FROM inquiry ORDER BY row_id DESC LIMIT 1;
"""
# What is stored already is indexed afterwards, newest first, by qpost.store.search_index.

_BANDS = """
CREATE TABLE search_band (
    band INTEGER PRIMARY KEY,
    newest INTEGER NOT NULL,
    oldest INTEGER NOT NULL
);
INSERT INTO search_band
    SELECT row_id >> 13, max(received_at), min(received_at) FROM search_row GROUP BY row_id >> 13;
CREATE TRIGGER search_row_banded AFTER INSERT ON search_row BEGIN
    INSERT INTO search_band VALUES (new.row_id >> 13, new.received_at, new.received_at)
    ON CONFLICT DO UPDATE SET newest = max(newest, excluded.newest), oldest = min(oldest, excluded.oldest)
    WHERE excluded.newest > newest OR excluded.oldest < oldest;
END;
"""
# Bounds, not exact: a band is not narrowed when an inquiry is deleted or its date changes.
_BANDS += "INSERT INTO search_index (search_index, rank) VALUES ('automerge', 16);"
# Little is merged while a first synchronisation writes; the rest is done after it, in the background.

MIGRATIONS: tuple[str, ...] = (_FIRST, _SEARCH, _BANDS)
"""Every step, oldest first."""
