package io.switchboard.profile.sources.imports;

/** The statements of imports. */
final class ImportSql {
    private ImportSql() {}

    private static final String IMPORT = """
            cast(json_build_object('importId', import_id, 'source', source, 'format', format, 'file', file, 'asOf', as_of,
                'size', size, 'state', state, 'reason', reason, 'position', position, 'line', line,
                'filePosition', file_position, 'read', read, 'applied', applied, 'unchanged', unchanged, 'bad', bad,
                'beatAt', beat_at, 'runAt', run_at, 'runRead', run_read, 'runFilePosition', run_file_position,
                'createdAt', created_at) as text)
            """;

    static final String CREATE = """
            insert into import (tenant, import_id, source, format, file, asked_by, as_of, size)
            values (cast(:tenant as text), cast(:id as uuid), cast(:source as text), cast(:format as text),
                cast(:file as text), cast(:askedBy as text), cast(:asOf as timestamptz), cast(:size as bigint))
            """;

    static final String FIND = "select " + IMPORT + " from import where tenant = :tenant and import_id = :id";

    static final String NEWEST =
            "select " + IMPORT + " from import where tenant = :tenant order by created_at desc, import_id limit 100";

    /** One that waits, or one whose runner is silent; whoever asks first has it. */
    static final String CLAIM = """
            update import set state = 'RUNNING', runner = cast(:runner as uuid), beat_at = now(), run_at = now(),
                run_read = read, run_file_position = file_position, changed_at = now()
            where tenant = :tenant and import_id = (
                select import_id from import
                where tenant = :tenant and (state = 'WAITING'
                    or (state = 'RUNNING' and beat_at < now() - make_interval(secs => cast(:dead as int))))
                order by created_at limit 1 for update skip locked)
            returning
            """ + IMPORT;

    private static final String MINE =
            " where tenant = :tenant and import_id = :id and runner = cast(:runner as uuid) and state = 'RUNNING'";

    /** Nothing when it was cancelled or somebody else has it: then the batch must not count. */
    static final String ADVANCE = """
            update import set position = :position, line = :line, file_position = :filePosition, read = read + :read,
                applied = applied + :applied, unchanged = unchanged + :unchanged, bad = bad + :bad,
                beat_at = clock_timestamp(), changed_at = now()
            """ + MINE;

    static final String BEAT = "update import set beat_at = now()" + MINE;

    static final String DONE = "update import set state = 'DONE', beat_at = now(), changed_at = now()" + MINE;

    static final String FAIL = """
            update import set state = 'FAILED', reason = cast(:reason as text), beat_at = now(), changed_at = now()
            """ + MINE;

    /** Given back by a service that stops: the next one goes on at once. */
    static final String RELEASE = "update import set state = 'WAITING', runner = null, changed_at = now()" + MINE;

    static final String RESUME = """
            update import set state = 'WAITING', reason = null, runner = null, changed_at = now()
            where tenant = :tenant and import_id = :id and (state = 'FAILED'
                or (state = 'RUNNING' and beat_at < now() - make_interval(secs => cast(:dead as int))))
            """;

    static final String CANCEL = """
            update import set state = 'CANCELLED', reason = null, changed_at = now()
            where tenant = :tenant and import_id = :id and state in ('WAITING', 'RUNNING', 'FAILED')
            """;

    static final String KEEP_ASIDE = """
            insert into import_bad_row (tenant, import_id, line, reason, record, raw)
            select cast(:tenant as text), cast(:id as uuid), line, reason, record, raw
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r(line bigint, reason text, record text, raw text)
            on conflict do nothing
            """;

    static final String BAD_ROWS = """
            select cast(json_build_object('line', line, 'reason', reason, 'record', cast(record as json), 'raw', raw) as text)
            from import_bad_row where tenant = :tenant and import_id = :id and line > :after
            order by line limit 500
            """;
}
