package io.jobdeck.scheduler.rest;

import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Takes HTTP over TLS, and nothing else. */
final class TlsConnector {

    private TlsConnector() {
    }

    static Connector create(Server server, HttpConfiguration http, RestAddress address, SSLContext tls) {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setSslContext(tls);
        HttpConfiguration secure = new HttpConfiguration(http);
        // Which names are ours is for the request guard to say; a client may come by address, which no SNI can name.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(server,
                new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(secure));
        connector.setHost(address.host());
        connector.setPort(address.port());
        return connector;
    }
}
