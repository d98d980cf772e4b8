test('the tests run under Node 24, whatever Node the machine brings', () => {
  expect(process.version).toMatch(/^v24\./);
});
