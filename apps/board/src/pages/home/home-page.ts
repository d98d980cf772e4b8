import { Component } from '@angular/core';
import { SayPipe } from '@papan/board-platform';

@Component({ selector: 'pp-home-page', imports: [SayPipe], template: `<h1>{{ 'home.title' | say }}</h1>` })
export class HomePage {}
