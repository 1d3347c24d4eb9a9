package io.switchboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;

/** The desk as the person in front of it sees it. */
final class DeskPage implements AutoCloseable {
    private static final double PATIENCE = 20_000;

    private final BrowserContext context;
    private final Page page;

    /** Opens the desk and signs in at Keycloak's own page. */
    DeskPage(Browser browser, String desk, String user) {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate(desk);
        page.fill("#username", user);
        page.fill("#password", "switchboard");
        page.press("#password", "Enter");
        see("me");
    }

    void presence(String presence) {
        find("presence-select").selectOption(presence);
    }

    /** Waits for an offer from somebody and takes it by keyboard. */
    void accept(String customer) {
        Locator card = find("offer-card").filter(new Locator.FilterOptions().setHasText(customer));
        assertThat(card).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        card.getByTestId("accept").focus();
        page.keyboard().press("Enter");
        see("reply-box");
    }

    void expectIn(String text) {
        assertThat(find("message-in")
                        .filter(new Locator.FilterOptions().setHasText(text))
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }

    /** What an agent must know of the customer before they write. */
    void expectMarks(String... marks) {
        for (String mark : marks) {
            assertThat(mark(mark)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        }
    }

    /** One of these marks; who says so is its title. */
    Locator mark(String mark) {
        return find("customer-marks").getByText(mark);
    }

    /** What the customer's story tells, beside the conversation. */
    Locator inStory(String text) {
        return find("history-item").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Notes something for colleagues. */
    void note(String text) {
        find("notebook").click();
        find("note-box").fill(text);
        find("note-write").click();
    }

    /** Says that whoever was made one with the customer is somebody else. */
    void part(String reason) {
        Locator member = find("member").filter(new Locator.FilterOptions().setHas(find("part")));
        member.locator("summary").click();
        member.getByTestId("part-reason").fill(reason);
        member.getByTestId("part").click();
    }

    /** Writes an answer and sends it by keyboard. */
    void answer(String text) {
        find("reply-box").fill(text);
        find("reply-box").press("Control+Enter");
    }

    void expectOut(String text, String state) {
        Locator answer = find("message-out").filter(new Locator.FilterOptions().setHasText(text));
        assertThat(answer).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        assertThat(answer.getByTestId("reply-state"))
                .hasAttribute("data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
    }

    void complete() {
        find("complete").click();
        assertThat(find("reply-box")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE));
    }

    void openBoard() {
        find("nav-board").click();
        see("queues-table");
    }

    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    void see(String testId) {
        assertThat(find(testId).first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }

    void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    Page page() {
        return page;
    }

    @Override
    public void close() {
        context.close();
    }
}
