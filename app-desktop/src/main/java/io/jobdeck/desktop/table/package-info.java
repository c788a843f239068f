/** Live tables: long-lived rows kept by key, arranged by filter and order, and the cells that show them. */
package io.jobdeck.desktop.table;
