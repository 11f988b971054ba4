/// A browser's family and its system's, told by the User-Agent header: enough to know one's own browsers by, too little to
/// tell people apart. Nothing else of the header is kept.
package enum DeviceHint {
    /// The first that is found counts: most browsers name others, too.
    private static let browsers: [(mark: String, name: String)] = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("YaBrowser/", "Yandex"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chromium/", "Chromium"), ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]
    private static let systems: [(mark: String, name: String)] = [
        ("Android", "Android"), ("HarmonyOS", "HarmonyOS"), ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Windows", "Windows"),
        ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ]

    /// `Firefox · Linux`; empty for a program that is none of these.
    package static func read(_ userAgent: String?) -> String {
        guard let userAgent, userAgent.utf8.count <= 1024 else { return "" }
        func first(_ all: [(mark: String, name: String)]) -> String? { all.first { userAgent.contains($0.mark) }?.name }
        return [first(browsers), first(systems)].compactMap { $0 }.joined(separator: " · ")
    }
}
