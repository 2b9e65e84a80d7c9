;;; What `emacs.el' asks of lsp-mode.  -*- lexical-binding: t -*-

(setq lsp-auto-guess-root t
      lsp-response-timeout 60)

(defun authlint-client-start ()
  (lsp)
  (authlint-wait "the server" (lambda () (and (lsp-workspaces) (lsp-feature? "textDocument/codeAction")))))

(defun authlint-client-diagnostics ()
  (vconcat
   (mapcar
    (lambda (diagnostic)
      (let ((range (lsp:diagnostic-range diagnostic)))
        `((code . ,(lsp:diagnostic-code? diagnostic))
          (source . ,(lsp:diagnostic-source? diagnostic))
          (severity . ,(lsp:diagnostic-severity? diagnostic))
          (line . ,(lsp:position-line (lsp:range-start range)))
          (text . ,(authlint-range (lsp--position-to-point (lsp:range-start range))
                                   (lsp--position-to-point (lsp:range-end range)))))))
    (lsp--get-buffer-diagnostics))))

(defun authlint-client-hover ()
  (let ((contents (lsp:hover-contents (lsp-request "textDocument/hover" (lsp--text-document-position-params)))))
    (substring-no-properties (lsp--render-on-hover-content contents t))))

(defun authlint-client-titles ()
  (vconcat (mapcar #'lsp:code-action-title (lsp-code-actions-at-point))))

(defun authlint-client-apply-first ()
  (lsp-execute-code-action (elt (lsp-code-actions-at-point) 0)))

(defalias 'authlint-client-idle #'ignore)
