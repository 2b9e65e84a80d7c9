;;; Drives Emacs as a user would, and writes what it saw as JSON.  -*- lexical-binding: t -*-

;; The client's own file defines `authlint-client-start', `-diagnostics', `-hover', `-titles', `-apply-first' and `-idle'.

(require 'json)
(require 'cl-lib)

(defun authlint-wait (what condition)
  (let ((deadline (+ (float-time) 60)))
    (while (not (funcall condition))
      (when (> (float-time) deadline) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.02))))

(defun authlint-text ()
  (buffer-substring-no-properties (point-min) (point-max)))

(defun authlint-range (beg end)
  (buffer-substring-no-properties beg end))

(defun authlint-report (report)
  (with-temp-file (getenv "AUTHLINT_REPORT")
    (let ((coding-system-for-write 'utf-8)) (insert (json-encode report)))))

(defun authlint-drive ()
  (let ((report nil))
    (condition-case problem
        (progn
          (find-file (getenv "AUTHLINT_FILE"))
          (authlint-client-start)
          (authlint-wait "diagnostics" (lambda () (> (length (authlint-client-diagnostics)) 0)))
          (push (cons 'diagnostics (authlint-client-diagnostics)) report)
          (goto-char (point-min))
          (search-forward "eyJ")
          (push (cons 'hover (authlint-client-hover)) report)
          (goto-char (point-min))
          (search-forward "none")
          (push (cons 'actions (authlint-client-titles)) report)
          (authlint-client-apply-first)
          (push (cons 'fixed (authlint-text)) report)
          (authlint-fix-all)
          (push (cons 'fixedAll (authlint-text)) report)
          (authlint-client-idle)
          (authlint-wait "the diagnostics of the new text" (lambda () (= (length (authlint-client-diagnostics)) 1)))
          (push (cons 'left (authlint-client-diagnostics)) report))
      (error (push (cons 'problem (error-message-string problem)) report)))
    (authlint-report report)
    (set-buffer-modified-p nil)
    (kill-emacs 0)))
