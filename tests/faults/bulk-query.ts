/** A bulk query through jsforce in a process of its own, which it may well end. Prints `right` when the rows are right. */
import { Connection } from 'jsforce';

const { SALESFORCE_INSTANCE_URL = '', SALESFORCE_ACCESS_TOKEN = '' } = process.env;
const connection = new Connection({
  instanceUrl: SALESFORCE_INSTANCE_URL,
  accessToken: SALESFORCE_ACCESS_TOKEN,
  version: '60.0',
});
const soql = 'SELECT Id, Name FROM Contact';
const counted = await connection.query('SELECT COUNT() FROM Contact');
connection.bulk2.pollInterval = 5;
const rows = await (await connection.bulk2.query(soql)).toArray();
const ids = new Set(rows.map(({ Id }) => Id).filter((id) => /^003\w{15}$/.test(String(id))));
const isRight = rows.length === counted.totalSize && ids.size === counted.totalSize;
process.stdout.write(isRight ? 'right' : 'wrong');
