import HTTPTypes
import Web

/// What search engines may read: everything public, nothing of the desk.
enum RobotsRoutes {
    static let routes: [Route] = [
        Route(.get, "/robots.txt", .anyone) { _ in
            .text("User-agent: *\nDisallow: /desk\nDisallow: /sign-in\n", keeping: .shared(topics: [], until: nil))
        }
    ]
}
