#!/bin/sh
# Starts the app's executor. Mesos runs this in the sandbox, where it has unpacked the archive.
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
    -Xms16m -Xmx96m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "lib/*" io.jobdeck.sample.SampleApp
