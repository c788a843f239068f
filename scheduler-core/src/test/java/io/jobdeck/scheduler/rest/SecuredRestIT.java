package io.jobdeck.scheduler.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.jobdeck.scheduler.access.AccountCommands;
import io.jobdeck.scheduler.access.Authenticator;
import io.jobdeck.scheduler.access.Credentials;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.operations.Samples;
import io.jobdeck.scheduler.tls.TestCertificate;
import io.jobdeck.scheduler.tls.TlsContexts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A REST server with accounts and TLS: who gets in, who may do what, and what clients are told. */
class SecuredRestIT {

    private static final String PASSWORD = "pass-w\u00f6rd-of-alice";
    private static final Caller BOB = new Caller("bob", "console");

    @TempDir
    private static Path directory;
    private static Path accounts;
    private static TestCertificate certificate;
    private static RestFixture rest;
    private static String viewer;
    private static String operator;
    private static String admin;
    private static final List<String> LOGGED = new CopyOnWriteArrayList<>();
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            LOGGED.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage()));
        }
    };

    @BeforeAll
    static void start() throws Exception {
        LOG.start();
        everythingIsLogged(true);
        accounts = directory.resolve("accounts");
        viewer = token("viewer");
        operator = token("operator");
        admin = token("admin");
        new AccountCommands(accounts, PASSWORD::toCharArray).run(List.of("password", "alice", "admin"));
        certificate = TestCertificate.make(directory, "EC");
        rest = new RestFixture(new RestSecurity(Optional.of(Authenticator.of(accounts)), false,
                Optional.of(TlsContexts.server(certificate.pkcs12()))));
    }

    private static void everythingIsLogged(boolean on) {
        for (String name : new String[] {"io.jobdeck", "audit", "io.javalin"}) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.setAdditive(!on);
            logger.setLevel(on ? Level.TRACE : null);
            if (on) {
                logger.addAppender(LOG);
            } else {
                logger.detachAppender(LOG);
            }
        }
    }

    private static String token(String role) {
        return new AccountCommands(accounts, () -> new char[0]).run(List.of("token", role, role)).get(1);
    }

    @AfterAll
    static void stopAndFindNoSecretInTheLog() throws IOException {
        rest.close();
        everythingIsLogged(false);
        String basic = new Credentials.Password("alice", PASSWORD).header().substring("Basic ".length());
        assertThat(LOGGED).isNotEmpty().noneMatch(line -> line.contains(PASSWORD) || line.contains(basic)
                || line.contains(viewer) || line.contains(operator) || line.contains(admin) || line.contains("gue-ss"));
    }

    private static HttpResponse<String> send(String method, String path, String body, Optional<Credentials> credentials)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(rest.address() + path))
                .header("Content-Type", "application/json")
                .header("X-Jobdeck-Caller", "somebody+else")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        credentials.ifPresent(shown -> request.header("Authorization", shown.header()));
        return HttpClient.newBuilder().sslContext(TlsContexts.client(certificate.certificate())).build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int status(String method, String path, String body, String token) throws Exception {
        return send(method, path, body, Optional.of(new Credentials.Token(token))).statusCode();
    }

    private static RestOperations client(Optional<Credentials> credentials, Optional<Path> authority,
            Predicate<String> isScheduler) {
        return new RestOperations(() -> Optional.of(rest.address()), ClientAccess.of(credentials, authority), isScheduler);
    }

    private static RestOperations admin(Predicate<String> isScheduler) {
        return client(Optional.of(new Credentials.Token(admin)), Optional.of(certificate.certificate()), isScheduler);
    }

    private static void assertRefused(Kind kind, String message, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(OperationException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessageContaining(message);
        });
    }

    @Test
    void withoutCredentialsNothingIsShownAndTheAnswerSaysWhatIsNeeded() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/app/list", "", Optional.empty());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Jobdeck\", charset=\"UTF-8\"", "Bearer realm=\"Jobdeck\"");
        assertThat(answer.body()).isEqualTo(
                "This scheduler wants to know who calls: give the name and password of an account, or a token as bearer.");
        assertThat(send("DELETE", "/api/job/deregister", "x", Optional.empty()).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/app/list", "",
                Optional.of(new Credentials.Password("alice", "gue-ss")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("There is no account with this name and password, or this token.");
    }

    @Test
    void aPasswordOrATokenLetsIn() throws Exception {
        assertThat(send("GET", "/api/app/list", "", Optional.of(new Credentials.Password("alice", PASSWORD))).statusCode())
                .isEqualTo(200);
        assertThat(status("GET", "/api/app/list", "", viewer)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/job/jobs,               200, 200, 200",
        "GET,    /api/job/tasks/ready,        200, 200, 200",
        "GET,    /api/app/nothing/disable,    200, 200, 200",
        "GET,    /api/v2/agents,              200, 200, 200",
        "GET,    /api/v2/tasks/t1@-@0@-@READY@-@S1@-@u/files,      403, 200, 200",
        "GET,    /api/v2/tasks/t1@-@0@-@READY@-@S1@-@u/files/content?path=x,   403, 404, 404",
        "GET,    /api/v2/tasks/t1@-@0@-@READY@-@S1@-@u/files/download?path=x,  403, 404, 404",
        "POST,   /api/job/trigger,            403, 404, 404",
        "POST,   /api/job/nothing/disable,    403, 204, 204",
        "DELETE, /api/job/nothing/disable,    403, 404, 404",
        "POST,   /api/app/nothing/disable,    403, 403, 204",
        "DELETE, /api/app/nothing/disable,    403, 403, 404",
        "DELETE, /api/job/deregister,         403, 403, 204",
        "DELETE, /api/app/nothing,            403, 403, 204",
        "POST,   /api/job/register,           403, 403, 400",
        "PUT,    /api/app,                    403, 403, 400",
    })
    void eachRoleMayDoItsPart(String method, String path, int forViewer, int forOperator, int forAdmin) throws Exception {
        assertThat(status(method, path, "nothing", viewer)).isEqualTo(forViewer);
        assertThat(status(method, path, "nothing", operator)).isEqualTo(forOperator);
        assertThat(status(method, path, "nothing", admin)).isEqualTo(forAdmin);
    }

    @Test
    void whoMayNotIsToldWhichRoleItTakes() throws Exception {
        HttpResponse<String> answer = send("POST", "/api/job/trigger", "x", Optional.of(new Credentials.Token(viewer)));
        assertThat(answer.body())
                .isEqualTo("Account 'viewer' is a viewer; this takes the role operator. Ask whoever administers this scheduler.");
    }

    @Test
    void theAccountIsTheCallerWhateverTheClientSays() throws Exception {
        try (RestOperations client = admin(any -> true)) {
            client.registerApp(Samples.app(), BOB);
            client.disableApp("foo_app", BOB);
            assertThat(rest.stored().get("/jobdeck/disabled/app/foo_app")).contains("\"admin\"");
            client.deregisterApp("foo_app", BOB);
        }
        assertThat(LOGGED).anyMatch(line -> line.contains("who='admin' from='127.0.0.1'"));
    }

    @Test
    void aChangeOfTheFileCountsFromTheNextCallOn() throws Exception {
        AccountCommands commands = new AccountCommands(accounts, () -> new char[0]);
        String extra = commands.run(List.of("token", "extra", "viewer")).get(1);
        assertThat(status("GET", "/api/job/jobs", "", extra)).isEqualTo(200);
        String good = Files.readString(accounts);
        Files.writeString(accounts, "malformed\n");
        assertThat(status("GET", "/api/job/jobs", "", extra)).isEqualTo(200);
        Files.writeString(accounts, good);
        commands.run(List.of("remove", "extra"));
        assertThat(status("GET", "/api/job/jobs", "", extra)).isEqualTo(401);
        assertThat(LOGGED).contains("the accounts stay as they were: " + accounts
                + ", line 1: A line is NAME:ROLE:HASH; the command 'accounts' writes them.");
    }

    @Test
    void whoseAccountIsRemovedHearsOfNoMoreChanges() throws Exception {
        AccountCommands commands = new AccountCommands(accounts, () -> new char[0]);
        Credentials listener = new Credentials.Token(commands.run(List.of("token", "listener", "viewer")).get(1));
        HttpRequest request = HttpRequest.newBuilder(URI.create(rest.address() + "/api/v2/events"))
                .header("Authorization", listener.header()).build();
        HttpResponse<Stream<String>> answer = HttpClient.newBuilder()
                .sslContext(TlsContexts.client(certificate.certificate())).build()
                .send(request, HttpResponse.BodyHandlers.ofLines());

        List<String> heard = answer.body().peek(line -> {
            if (line.equals("event: snapshot")) {
                commands.run(List.of("remove", "listener"));
            }
        }).toList();

        assertThat(heard).contains("event: closed").anyMatch(line -> line.contains("Your account is not what it was"));
    }

    @Test
    void healthIsOpen() throws Exception {
        assertThat(send("GET", "/health", "", Optional.empty()).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/health", "", Optional.of(new Credentials.Token("gue-ss"))).statusCode()).isEqualTo(200);
    }

    @Test
    void aClientIsToldWhatKeepsItOut() {
        Optional<Path> authority = Optional.of(certificate.certificate());
        try (RestOperations nobody = client(Optional.empty(), authority, any -> true);
                RestOperations onlooker = client(Optional.of(new Credentials.Token(viewer)), authority, any -> true);
                RestOperations doubter = client(Optional.of(new Credentials.Token(admin)), Optional.empty(), any -> true)) {
            assertRefused(Kind.UNAUTHENTICATED, "wants to know who calls", () -> nobody.deregisterJob("x", BOB));
            assertRefused(Kind.FORBIDDEN, "takes the role admin", () -> onlooker.deregisterJob("x", BOB));
            assertRefused(Kind.UNAVAILABLE, "is not trusted, so nothing was changed", () -> doubter.deregisterJob("x", BOB));
        }
    }

    @Test
    void aStandbysRedirectIsFollowedWithCredentialsToSchedulersOfTheClusterOnly() {
        RestSecurity security = new RestSecurity(Optional.of(Authenticator.of(accounts)), false,
                Optional.of(TlsContexts.server(certificate.pem())));
        try (RestServer standby = RestServer.start(RestAddress.loopback(0), security, null, null, rest.tree,
                () -> Leadership.of(rest.address()), Clock.systemUTC());
                RestOperations client = standbysClient(standby, rest.address()::equals);
                RestOperations careful = standbysClient(standby, address -> false)) {
            client.registerApp(Samples.app("appName", "\"far\""), BOB);
            assertThat(rest.stored()).containsKey("/config/app/far");
            assertRefused(Kind.UNAVAILABLE, "where no scheduler of this cluster is, so nothing was sent there",
                    () -> careful.deregisterApp("far", BOB));
            client.deregisterApp("far", BOB);
        }
    }

    private static RestOperations standbysClient(RestServer standby, Predicate<String> isScheduler) {
        String address = RestUrls.address("127.0.0.1", standby.port(), true);
        return new RestOperations(() -> Optional.of(address),
                ClientAccess.of(Optional.of(new Credentials.Token(admin)), Optional.of(certificate.certificate())), isScheduler);
    }

    @Test
    void credentialsAreNotSentWithoutTlsWhereTlsIsWanted() {
        ClientAccess access = ClientAccess.of(Optional.of(new Credentials.Token(admin)), Optional.of(certificate.certificate()));
        try (RestOperations client = new RestOperations(() -> Optional.of("127.0.0.1:1"), access, any -> true)) {
            assertRefused(Kind.UNAVAILABLE, "does not speak TLS, so nothing was sent there", () -> client.triggerJob("x", BOB));
        }
    }

    @Test
    void plainHttpGetsNoAnswerFromAServerThatSpeaksTls() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + rest.server.port() + "/health")).build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }
}
