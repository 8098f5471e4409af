import { QUERY_PRELUDE } from './query-program.ts';

/**
 * The script of the process in which DuckDB runs. Once its tables are open, it can read their files and nothing else, write
 * nothing, and load nothing; the query is one that selects.
 */
export const DUCKDB_SCRIPT = `${QUERY_PRELUDE}
const text = (value) => "'" + value.replaceAll("'", "''") + "'";
const name = (value) => '"' + value.replaceAll('"', '""') + '"';
const list = (values) => '[' + values.map(text).join(', ') + ']';
try {
  const { default: duckdb } = await import(ask.module);
  const { DuckDBInstance, DuckDBTypeId: type, JsonDuckDBValueConverter, StatementType } = duckdb;
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '1GB',
    max_temp_directory_size: '0KB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  const files = ask.tables.flatMap((table) => table.files);
  for (const table of ask.tables) {
    if (table.reader === 'attach') {
      await connection.run('ATTACH ' + text(table.files[0]) + ' AS ' + name(table.name) + ' (READ_ONLY)');
      continue;
    }
    const from = table.reader + '(' + list(table.files) + ')';
    await connection.run('CREATE VIEW ' + name(table.name) + ' AS SELECT * FROM ' + from);
  }
  await connection.run('SET allowed_paths = ' + list(files));
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  const statements = await connection.extractStatements(ask.query);
  if (statements.count !== 1) throw new Error('the query has several statements');
  const statement = await statements.prepare(0);
  if (statement.statementType !== StatementType.SELECT) throw new Error('the query does not select');
  if (ask.values.length > 0) statement.bind(ask.values);
  const result = await statement.stream();
  const names = result.deduplicatedColumnNames();
  const types = result.columnTypes().map(({ typeId }) => typeId);
  const wide = [type.BIGINT, type.UBIGINT, type.HUGEINT, type.UHUGEINT, type.DECIMAL, type.FLOAT, type.DOUBLE];
  const bytes = [type.BLOB, type.BIT, type.GEOMETRY];
  const at = types.findIndex((one) => bytes.includes(one));
  if (at >= 0) throw new Error('the column "' + names[at] + '" holds bytes');
  const read = (value, index) => value !== null && wide.includes(types[index]) ? toNumber(value) : value;
  for await (const chunk of result.yieldConvertedRows(JsonDuckDBValueConverter)) {
    for (const cells of chunk) add(Object.fromEntries(names.map((one, index) => [one, read(cells[index], index)])));
    if (rows.length >= ask.most) break;
  }
  await answer();
} catch (error) {
  await fail(error);
}
process.exit(0);
`;
