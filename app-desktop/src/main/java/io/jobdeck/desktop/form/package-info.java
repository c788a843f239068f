/** What every form has in common: fields with their problems beside them, and how saving goes. */
package io.jobdeck.desktop.form;
