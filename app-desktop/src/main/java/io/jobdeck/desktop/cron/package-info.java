/** Crons for people: what one says in plain language, when it fires next, and what is wrong with it. */
package io.jobdeck.desktop.cron;
