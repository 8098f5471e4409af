-- Neovim reads this file with ":set exrc", once you trust it. ":make" checks the talks and lists what is wrong.
vim.o.makeprg = 'npx rostrum check --no-browser --format lines'
vim.o.errorformat = '%f:%l:%c: %trror: %m,%f:%l:%c: %tarning: %m'

-- Data files are checked as you type.
local schema = 'file://' .. vim.fn.getcwd() .. '/node_modules/rostrum/dist/schema/'

vim.lsp.config('jsonls', {
  settings = {
    json = {
      schemas = { { fileMatch = { 'data/*.json' }, url = schema .. 'dataset.schema.json' } },
      validate = { enable = true },
    },
  },
})
