fn main() {
    println!("{}", serde_json::to_string_pretty(&snowparty::protocol::schema::document()).unwrap());
}
