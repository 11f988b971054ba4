/// The words of refusals and error pages, for the hall's word book.
package enum WebFiles {
    package static var words: [String: String] { EmbeddedFiles.all }
}
