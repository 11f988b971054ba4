/// The words of the hall's own pages.
enum AppFiles {
    static var words: [String: String] { EmbeddedFiles.all }
    /// The description of the interface for programs (OpenAPI).
    static var apiDocument: String { EmbeddedFiles.all["Assets/openapi.yaml"] ?? "" }
}
