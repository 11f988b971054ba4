import Store

/// Error pages for whoever is signed in.
extension Front {
    /// Whoever asks for what is not there is still signed in, and the page's bar says so; not for whoever asks too often.
    func recognised(_ bare: Exchange) async -> Exchange {
        guard bare.browser != nil, limits.allows(bare.origin, perMinute: generalRate, now: bare.now),
            let viewer = try? await hall.strangers.viewer(bare.browser, hall)
        else { return bare }
        return Exchange(
            hall: hall, method: bare.method, path: bare.path, query: bare.query, parameters: [:], fields: bare.fields,
            form: FormData(), now: bare.now, viewer: viewer, browser: bare.browser, origin: bare.origin)
    }
}
