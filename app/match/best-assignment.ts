/**
 * The assignment of rows to columns with the highest sum, each row to one column at most and the other way round, by
 * shortest augmenting paths (Jonker and Volgenant 1987, in the form of Crouse 2016, "On implementing 2D rectangular
 * assignment algorithms"). `gain` holds no negative number. Gives each row's column, -1 for none.
 */
export function bestAssignment(
  rows: number,
  columns: number,
  gain: (row: number, column: number) => number,
): Int32Array {
  // With more rows than columns some rows stay free: imagined columns of no gain take them.
  const width = Math.max(rows, columns);
  const rowPrice = new Float64Array(rows);
  const columnPrice = new Float64Array(width);
  const rowOf = new Int32Array(width).fill(-1);
  const columnOf = new Int32Array(rows).fill(-1);
  const before = new Int32Array(width);
  const distance = new Float64Array(width);
  const cost = (row: number, column: number): number => (column < columns ? -gain(row, column) : 0);
  for (let start = 0; start < rows; start += 1) {
    distance.fill(Number.POSITIVE_INFINITY);
    const isReached = new Uint8Array(width);
    const isPassed = new Uint8Array(rows);
    let row = start;
    let least = 0;
    let end = -1;
    while (end === -1) {
      isPassed[row] = 1;
      let next = -1;
      let nearest = Number.POSITIVE_INFINITY;
      for (let column = 0; column < width; column += 1) {
        if (isReached[column] === 1) continue;
        const through = least + cost(row, column) - (rowPrice[row] ?? 0) - (columnPrice[column] ?? 0);
        if (through < (distance[column] ?? 0)) {
          distance[column] = through;
          before[column] = row;
        }
        const far = distance[column] ?? 0;
        if (far < nearest || (far === nearest && rowOf[column] === -1)) [nearest, next] = [far, column];
      }
      least = nearest;
      isReached[next] = 1;
      const taken = rowOf[next] ?? -1;
      if (taken === -1) end = next;
      else row = taken;
    }
    rowPrice[start] = (rowPrice[start] ?? 0) + least;
    for (let passed = 0; passed < rows; passed += 1) {
      const column = columnOf[passed] ?? -1;
      if (isPassed[passed] === 0 || passed === start || column === -1) continue;
      rowPrice[passed] = (rowPrice[passed] ?? 0) + least - (distance[column] ?? 0);
    }
    for (let column = 0; column < width; column += 1) {
      if (isReached[column] === 1)
        columnPrice[column] = (columnPrice[column] ?? 0) - least + (distance[column] ?? 0);
    }
    for (let column = end; ; ) {
      const free = before[column] ?? 0;
      rowOf[column] = free;
      const given = columnOf[free] ?? -1;
      columnOf[free] = column;
      if (free === start) break;
      column = given;
    }
  }
  return columnOf.map((column, row) =>
    column >= 0 && column < columns && gain(row, column) > 0 ? column : -1,
  );
}
