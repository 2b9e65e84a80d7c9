;;; What `emacs.el' asks of eglot.  -*- lexical-binding: t -*-

(setq eglot-sync-connect t)

(defun authlint-client-start ()
  (call-interactively #'eglot)
  (flymake-start))

(defun authlint-client-diagnostics ()
  (vconcat
   (mapcar
    (lambda (diagnostic)
      (let ((sent (cdr (assoc 'eglot-lsp-diag (flymake-diagnostic-data diagnostic)))))
        `((code . ,(plist-get sent :code))
          (source . ,(plist-get sent :source))
          (severity . ,(plist-get sent :severity))
          (line . ,(1- (line-number-at-pos (flymake-diagnostic-beg diagnostic))))
          (text . ,(authlint-range (flymake-diagnostic-beg diagnostic)
                                   ;; Right behind an edit they are those of the text before it.
                                   (min (point-max) (flymake-diagnostic-end diagnostic)))))))
    (flymake-diagnostics))))

(defun authlint-client-hover ()
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
    (authlint-wait "the hover" (lambda () shown))
    (substring-no-properties shown)))

(defun authlint-actions ()
  (eglot-code-actions (point) (point) "quickfix"))

(defun authlint-client-titles ()
  (vconcat (mapcar (lambda (action) (plist-get action :title)) (authlint-actions))))

(defun authlint-client-apply-first ()
  ;; As from the keyboard: after a click eglot opens a menu.
  (cl-letf ((last-nonmenu-event t)
            ((symbol-function 'completing-read) (lambda (_prompt items &rest _) (caar items))))
    (eglot-code-actions (point) (point) "quickfix" t)))

(defun authlint-client-idle ()
  ;; There are no idle timers in batch mode.
  (eglot--signal-textDocument/didChange))
