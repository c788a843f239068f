/** The windows in which the console asks and tells: questions, forms, reports, notices and progress. */
package io.jobdeck.desktop.dialog;
