/** Forms in which a person says how a job is to be triggered, or how jobs and apps are to be disabled. */
package io.jobdeck.desktop.options;
