-- Drives Neovim as a user would, and writes what it saw as JSON. Arguments by environment: the file to open, where to write.

local report = {}

local function wait(what, condition)
  if not vim.wait(60000, condition, 20) then error('waited in vain for ' .. what) end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function diagnostics()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    local own = diagnostic.user_data.lsp
    table.insert(found, {
      code = own.code,
      source = diagnostic.source,
      severity = diagnostic.severity,
      line = diagnostic.lnum,
      text = vim.fn.getline(diagnostic.lnum + 1):sub(diagnostic.col + 1, diagnostic.end_col),
    })
  end
  return found
end

local function answer(method, params)
  for _, reply in pairs(vim.lsp.buf_request_sync(0, method, params, 60000)) do
    if reply.err then error(vim.inspect(reply.err)) end
    return reply.result
  end
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('AUTHLINT_FILE')))
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  report.diagnostics = diagnostics()

  local token = vim.fn.searchpos('eyJ', 'w')
  vim.api.nvim_win_set_cursor(0, { token[1], token[2] + 10 })
  report.hover = answer('textDocument/hover', vim.lsp.util.make_position_params()).contents.value

  vim.api.nvim_win_set_cursor(0, { 3, 0 })
  vim.fn.search('none')
  local shown
  vim.ui.select = function(items, options, choose)
    shown = {}
    for _, item in ipairs(items) do local title = options.format_item(item); table.insert(shown, title) end
    choose(items[1], 1)
  end
  local before = text()
  vim.lsp.buf.code_action()
  wait('the list of code actions', function() return shown ~= nil end)
  wait('the edit', function() return text() ~= before end)
  report.actions = shown
  report.fixed = text()

  vim.cmd('AuthlintFixAll')
  report.fixedAll = text()
  wait('the diagnostics of the new text', function() return #vim.diagnostic.get(0) == 1 end)
  report.left = diagnostics()
end

local done, problem = xpcall(run, debug.traceback)
if not done then report.problem = problem end
local file = io.open(os.getenv('AUTHLINT_REPORT'), 'w')
file:write(vim.json.encode(report))
file:close()
vim.cmd('qall!')
