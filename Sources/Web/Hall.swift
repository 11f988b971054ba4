import Base
import HTML
import Store

/// What every request shares.
package struct Hall: Sendable {
    package let database: Database
    package let book: WordBook
    package let assets: StaticFiles
    package let siteName: String
    /// The public address, without a slash at the end: links in mails are built from it and never from a Host header.
    package let baseURL: String
    /// The places of the bar, from the modules.
    package let places: [PageFrame.Place]
    /// The places of the desk that belong to no event, from the modules.
    package let desks: [PageFrame.Place]
    /// Cookies only over TLS, with the `__Host-` prefix.
    package let isSecure: Bool
    /// Finds who is behind a person's id; People's.
    package let viewer: @Sendable (Identifier, Reader) throws -> Viewer?
    /// Finds what a bearer token opens; nil for one that opens nothing (any more). People's.
    package let bearer: @Sendable (String, Database) async throws -> Bearer?
    /// Tells browsers what changes while they look.
    package let live: LiveHub
    /// What signs tickets and addresses.
    package let keys: HouseKeys
    /// For what is limited by something else than the asking address.
    package let limits = RateLimit()
    /// Browsers in which nobody is signed in.
    let strangers = Strangers()

    package init(
        database: Database, book: WordBook, assets: StaticFiles, siteName: String, baseURL: String, places: [PageFrame.Place],
        viewer: @escaping @Sendable (Identifier, Reader) throws -> Viewer?,
        bearer: @escaping @Sendable (String, Database) async throws -> Bearer? = { _, _ in nil }, live: LiveHub = LiveHub(),
        keys: HouseKeys = .fresh(), desks: [PageFrame.Place] = []
    ) {
        self.database = database
        self.book = book
        self.assets = assets
        self.siteName = siteName
        self.baseURL = baseURL
        self.places = places
        isSecure = baseURL.hasPrefix("https://")
        self.viewer = viewer
        self.bearer = bearer
        self.live = live
        self.keys = keys
        self.desks = desks
    }
}
