import HTTPTypes
import Web

/// The description of the interface for programs, at its fixed address.
enum ApiDocumentRoutes {
    static let routes: [Route] = [
        Route(.get, "/api/v1/openapi.yaml", .anyone) { _ in
            .text(AppFiles.apiDocument, type: "application/yaml", keeping: .shared(topics: [], until: nil))
        }
    ]
}
