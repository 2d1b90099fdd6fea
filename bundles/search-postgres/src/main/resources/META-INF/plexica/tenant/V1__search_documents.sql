-- What can be found in this tenant. Roles of plugins do not reach it: the platform writes and searches for them.
CREATE TABLE search_documents (
    plugin_id    text   NOT NULL,
    generation   bigint NOT NULL,
    type         text   NOT NULL,
    id           text   NOT NULL,
    workspace_id uuid,
    version      bigint NOT NULL,
    -- The words, and one lexeme that says where the document belongs: so one look into the index finds no stranger's.
    words        tsvector,
    -- Keywords under k, numbers under n.
    facets       jsonb,
    -- JSON as it was given; null for the trace of a document that was removed.
    stored       text,
    PRIMARY KEY (plugin_id, generation, type, id)
);
CREATE INDEX search_documents_by_words ON search_documents USING gin (words);
