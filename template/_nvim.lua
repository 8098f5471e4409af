-- Neovim reads this file with ":set exrc", once you trust it: data files are checked as you type.
local schema = 'file://' .. vim.fn.getcwd() .. '/node_modules/rostrum/dist/schema/'

vim.lsp.config('jsonls', {
  settings = {
    json = {
      schemas = { { fileMatch = { 'data/*.json' }, url = schema .. 'dataset.schema.json' } },
      validate = { enable = true },
    },
  },
})
