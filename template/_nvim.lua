-- Neovim reads this file with ":set exrc", once you trust it: data files and front matter are checked as you type.
local schema = 'file://' .. vim.fn.getcwd() .. '/node_modules/rostrum/dist/schema/'

vim.lsp.config('jsonls', {
  settings = {
    json = {
      schemas = { { fileMatch = { 'data/*.json' }, url = schema .. 'dataset.schema.json' } },
      validate = { enable = true },
    },
  },
})

vim.lsp.config('yamlls', {
  settings = {
    yaml = {
      schemas = {
        [schema .. 'talk.schema.json'] = 'slides/talks/*.md',
        [schema .. 'slide.schema.json'] = 'slides/library/*.md',
      },
    },
  },
})
