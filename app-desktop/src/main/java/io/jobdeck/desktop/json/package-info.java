/** JSON as people read and write it: what stands where in a text, what is wrong with it, and an area to edit it in. */
package io.jobdeck.desktop.json;
