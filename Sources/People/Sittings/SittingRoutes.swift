import Base
import HTML
import HTTPTypes
import Store
import Web

/// The addresses of one's own browsers.
enum SittingRoutes {
    static let routes: [Route] = [
        Route(.get, "/account/sessions", .signedIn) { exchange in
            let sittings = try await exchange.database.read { try SittingActions.list(by: exchange.viewer, in: $0) }
            let this = exchange.browser.map(FormGuard.digest)
            let lines = sittings.map {
                SittingPage.Line(
                    key: $0.digest, device: $0.device, createdAt: $0.createdAt, seenAt: $0.seenAt, isThis: $0.digest == this)
            }
            return exchange.accountPage("sitting.title", SittingPage.main(exchange.scene(withForms: true), lines))
        },
        Route(.post, "/account/sessions/others/end", .signedIn) { exchange in
            let browser = try exchange.ownBrowser()
            try await exchange.database.write {
                try SittingActions.endOthers(browser: browser, by: exchange.viewer, in: $0)
            }
            return exchange.seeOther("/account/sessions")
        },
        Route(.post, "/account/sessions/:sitting/end", .signedIn) { exchange in
            let key = exchange.parameters["sitting"] ?? ""
            try await exchange.database.write { try SittingActions.end(key, by: exchange.viewer, in: $0) }
            return exchange.seeOther("/account/sessions")
        },
    ]
}
