package io.switchboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.switchboard.e2e.RunningSuite.Running;
import io.switchboard.platform.doors.ChatDoor;
import io.switchboard.platform.doors.Http;
import io.switchboard.platform.doors.MailDoor;
import io.switchboard.platform.doors.MailDoor.Draft;
import io.switchboard.platform.doors.MailDoor.Mail;
import io.switchboard.platform.doors.MessengerDoor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent at the real page answers three customers on three channels, and each gets the answer where they wrote. */
@ExtendWith(RunningSuite.class)
class AgentInBrowserIT {
    private static Browsers browsers;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @Test
    void answersMessengerMailAndChat(Running running) throws Exception {
        try (DeskPage anna =
                new DeskPage(browsers.browser(), running.addresses().desk(), "anna")) {
            anna.screenshot(picture(running, "1-signed-in"));
            anna.presence("AVAILABLE");
            messenger(running, anna);
            mail(running, anna);
            chat(running, anna);
            anna.presence("OFFLINE");
        }
    }

    private static void messenger(Running running, DeskPage anna) throws Exception {
        MessengerDoor door = MessengerDoor.ofAcme(running.addresses().gateway());
        assertThat(door.message("70001", "m_" + UUID.randomUUID(), "My invoice is wrong, I was charged twice!"))
                .isEqualTo(200);
        anna.see("offer-card");
        anna.screenshot(picture(running, "2-offered"));
        anna.accept("70001");
        anna.expectIn("charged twice");
        assertThat(door.message("70001", "m_" + UUID.randomUUID(), "It is invoice 4711."))
                .isEqualTo(200);
        anna.expectIn("invoice 4711");

        anna.answer("x".repeat(2001));
        anna.expectOut("xxxx", "FAILED");
        anna.answer("Sorry for that. The second payment goes back to you today.");
        anna.expectOut("goes back to you", "SENT");
        anna.screenshot(picture(running, "3-messenger-answered"));
        assertThat(sent(running)).contains("Sorry for that. The second payment goes back to you today.");
        anna.complete();
    }

    private static List<String> sent(Running running) throws InterruptedException {
        JsonNode all = Http.parse(
                Http.send(HttpRequest.newBuilder(URI.create(running.addresses().provider() + "/_test/sent")))
                        .body());
        return all.findValuesAsText("text");
    }

    private static void mail(Running running, DeskPage anna) throws Exception {
        var ports = running.addresses().ports();
        MailDoor door = new MailDoor("127.0.0.1", ports.smtp(), ports.imap());
        new OtherSystem(running.addresses()).tell("crm-4711", """
                        {"id":"crm-4711","name":"Ada Byron","mail":"ada@mail.example","phone":"+4915112345678","tier":"gold","vulnerable":"yes","silent":"yes","plan":"Fibre 500"}
                        """);
        String first = "<" + UUID.randomUUID() + "@mail.example>";
        door.send(new Draft(
                "ada@mail.example",
                "Ada Byron",
                "support@acme.example",
                "Payment",
                first,
                null,
                "Why was I billed for March?"));
        anna.accept("Ada Byron");
        anna.expectIn("billed for March");
        anna.expectMarks("do not contact", "vulnerable", "gold");
        assertThat(anna.mark("gold")).hasAttribute("title", Pattern.compile("^nightly, since "), patient());
        assertThat(anna.find("systems").getByText("Fibre 500")).hasCount(1, patientCount());
        assertThat(anna.find("systems").getByText("+4915112345678")).hasCount(1, patientCount());
        anna.answer("March was the last month of your old plan.");
        anna.expectOut("old plan", "SENT");

        Mail answer = await().atMost(Duration.ofSeconds(20))
                .until(() -> door.inbox("ada@mail.example"), box -> !box.isEmpty())
                .getFirst();
        assertThat(answer.subject()).isEqualTo("Re: Payment");
        assertThat(answer.inReplyTo()).contains(first);
        assertThat(answer.text()).contains("March was the last month");

        door.send(new Draft(
                "ada@mail.example",
                "Ada Byron",
                "support@acme.example",
                "Re: Payment",
                "<" + UUID.randomUUID() + "@mail.example>",
                answer.id(),
                "I see, thank you.\n\nOn Monday, support wrote:\n> March was the last month of your old plan."));
        anna.expectIn("I see, thank you.");
        anna.screenshot(picture(running, "4-mail-answered"));
        anna.complete();
    }

    private static void chat(Running running, DeskPage anna) {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page visitor = context.newPage();
            visitor.setViewportSize(420, 640);
            visitor.navigate(running.addresses().chat());
            assertThat(visitor.locator("#state")).not().hasAttribute("data-state", "connecting", patient());
            visitor.fill("#text", "Can I pay my bill <b>later</b>?");
            visitor.press("#text", "Enter");
            anna.see("offer-card");
            anna.find("accept").first().click();
            anna.expectIn("Can I pay my bill <b>later</b>?");
            anna.answer("Yes, until the end of the month.");
            anna.expectOut("end of the month", "SENT");
            Locator reply = visitor.getByText("Yes, until the end of the month.");
            assertThat(reply).hasCount(1, patientCount());

            visitor.reload();
            assertThat(reply).hasCount(1, patientCount());
            visitor.screenshot(new Page.ScreenshotOptions().setPath(picture(running, "5-visitor")));
            anna.screenshot(picture(running, "6-chat-answered"));
            anna.complete();
        }
    }

    private static LocatorAssertions.HasAttributeOptions patient() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(20_000);
    }

    @Test
    void makesTwoCustomersOneAndPartsThemAgain(Running running) throws Exception {
        var ports = running.addresses().ports();
        MailDoor door = new MailDoor("127.0.0.1", ports.smtp(), ports.imap());
        try (DeskPage anna =
                new DeskPage(browsers.browser(), running.addresses().desk(), "anna")) {
            anna.presence("AVAILABLE");
            write(door, "ida.lind@home.example", "Why is my bill so high this month?");
            anna.accept("Ida Lind");
            anna.answer("The new tariff began in May: it is ten euros more.");
            anna.expectOut("ten euros more", "SENT");
            anna.complete();

            write(door, "ida.lind@work.example", "My bill is too high at the office too.");
            anna.accept("Ida Lind");
            anna.see("suggestion");
            anna.screenshot(picture(running, "8-perhaps-the-same"));
            assertThat(anna.inStory("tariff began in May")).hasCount(0);
            anna.find("suggestion-confirm").click();
            assertThat(anna.find("member")).hasCount(2, patientCount());
            assertThat(anna.inStory("tariff began in May")).hasCount(1, patientCount());
            assertThat(anna.find("suggestion")).hasCount(0);

            anna.note("Has the tariff of 2019: <b>offer the new one</b>.");
            assertThat(anna.find("history-note").getByText("<b>offer the new one</b>"))
                    .hasCount(1, patientCount());
            assertThat(anna.find("note-box")).hasValue("");
            anna.screenshot(picture(running, "9-one-customer"));

            anna.part("They are mother and daughter.");
            assertThat(anna.inStory("tariff began in May")).hasCount(0, patientCount());
            assertThat(anna.find("member")).hasCount(0);
            anna.screenshot(picture(running, "10-parted"));
            anna.complete();
            anna.presence("OFFLINE");
        }
    }

    @Test
    void seesWhoHasSignedIn(Running running) throws Exception {
        String gateway = running.addresses().gateway();
        try (DeskPage anna =
                        new DeskPage(browsers.browser(), running.addresses().desk(), "anna");
                ChatDoor mia = ChatDoor.signIn(gateway, "acme-web", Website.identity("user-7", "Mia Lund"))) {
            anna.presence("AVAILABLE");
            mia.connect();
            mia.say(UUID.randomUUID().toString(), "Where do I find my last invoice?");
            anna.accept("Mia Lund");
            anna.expectIn("my last invoice");
            anna.see("signed-in");
            assertThat(anna.inStory("my last invoice").getByText("customer, signed in"))
                    .hasCount(1, patientCount());
            anna.screenshot(picture(running, "11-signed-in"));
            anna.answer("Under Payments, the third tab.");
            anna.expectOut("third tab", "SENT");
            await().until(() -> mia.replies().size() == 1);
            anna.complete();
            anna.presence("OFFLINE");
        }
    }

    @Test
    void whatAnAgentPagedBackToStaysOpenWhenTheCustomerWrites(Running running) throws Exception {
        MessengerDoor door = MessengerDoor.ofAcme(running.addresses().gateway());
        try (DeskPage anna =
                new DeskPage(browsers.browser(), running.addresses().desk(), "anna")) {
            anna.presence("AVAILABLE");
            for (int line = 1; line <= 60; line++) {
                door.message("70060", "m_" + UUID.randomUUID(), "Line " + line + " of my long complaint.");
            }
            anna.accept("70060");
            assertThat(anna.inStory("Line 60 of")).hasCount(1, patientCount());
            assertThat(anna.inStory("Line 1 of")).hasCount(0);
            anna.find("earlier").click();
            assertThat(anna.inStory("Line 1 of")).hasCount(1, patientCount());
            door.message("70060", "m_" + UUID.randomUUID(), "And one thing more.");
            assertThat(anna.inStory("one thing more")).hasCount(1, patientCount());
            assertThat(anna.inStory("Line 1 of")).hasCount(1);
            assertThat(anna.inStory("Line 30 of")).hasCount(1);
            anna.answer("That is a lot. I am looking into all of it.");
            anna.expectOut("all of it", "SENT");
            anna.complete();
            anna.presence("OFFLINE");
        }
    }

    private static void write(MailDoor door, String from, String text) throws Exception {
        String id = "<" + UUID.randomUUID() + "@mail.example>";
        door.send(new Draft(from, "Ida Lind", "support@acme.example", "Bill", id, null, text));
    }

    private static LocatorAssertions.HasCountOptions patientCount() {
        return new LocatorAssertions.HasCountOptions().setTimeout(20_000);
    }

    @Test
    void aSupervisorSeesTheQueuesLive(Running running) throws Exception {
        try (DeskPage gus = new DeskPage(browsers.browser(), running.addresses().desk(), "gus")) {
            gus.openBoard();
            MessengerDoor globex = new MessengerDoor(
                    running.addresses().gateway(), "globex-app", "local-globex-app-secret", "900800700");
            assertThat(globex.message("80001", "m_" + UUID.randomUUID(), "Where is my parcel?"))
                    .isEqualTo(200);
            gus.see("queue-row");
            gus.screenshot(picture(running, "7-board"));
        }
    }

    @Test
    void anAgentWhoIsNoSupervisorSeesNoBoard(Running running) {
        try (DeskPage ben = new DeskPage(browsers.browser(), running.addresses().desk(), "ben")) {
            assertThat(ben.find("nav-board")).hasCount(0);
        }
    }

    private static Path picture(Running running, String name) {
        return running.target().resolve("screenshots/" + name + ".png");
    }
}
