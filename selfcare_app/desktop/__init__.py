"""What ties the program to the operating system: Qt's libraries, the display."""
